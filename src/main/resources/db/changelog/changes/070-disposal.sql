--liquibase formatted sql

--changeset office-cleanup:070-disposal
--comment: how an asset of an abolished office is disposed of (C6, C7), as last handed in; what counts is in the ledger
create table disposal (
  case_number varchar(32) primary key references case_file (case_number),
  asset_id bigint not null references frozen_asset (id),
  method varchar(16), -- TRANSFER, SALE, EXCHANGE, SCRAP, WRITE_OFF, DONATION, REMITTANCE
  sale_mode varchar(16), -- AUCTION, TENDER, LISTING, AGREEMENT; of sales only
  receiver varchar(200), -- proposed receiving unit
  title_state varchar(16), -- CLEAR, DISPUTED, MORTGAGED
  reasons varchar(2000),
  appraisal_agency varchar(200),
  agency_licence varchar(100),
  appraisal_report varchar(100),
  appraisal_date date, -- reference date (评估基准日)
  appraised_value numeric(18, 2),
  reply_number varchar(100), -- of the approval
  partner varchar(200), -- buyer, receiving unit or dismantler
  representative varchar(100), -- legal representative or actual controller of the partner
  carried_out_on date,
  price numeric(18, 2), -- price, residual value or money to remit
  fees numeric(18, 2), -- taxes and fees to be deducted from it (A6)
  received_value numeric(18, 2), -- appraised value of what comes in exchange
  venue varchar(200), -- exchange, auction house
  announcement varchar(200),
  disclosed boolean, -- that the buyer is connected with the office was disclosed (A9)
  approved_price numeric(18, 2), -- price below the line that the finance department approved afresh (A5)
  constraint disposal_once unique (asset_id) -- one case an asset
);
