--liquibase formatted sql

--changeset office-cleanup:490-receipt-of-a-deal
--comment: one receipt may stand in several entries, of the assets that were sold as one deal; it begins once, and so is used once
alter table ledger_entry add column receipt_share integer default 1 not null; -- which of the entries of its receipt: 1, 2, …; 1 where it has none
alter table ledger_entry drop constraint ledger_receipt_once;
alter table ledger_entry add constraint ledger_receipt_share unique (receipt_number, receipt_share);

--changeset office-cleanup:490-disposal-lot
--comment: what is sold with what as one lot (打包处置); assets that are sold alone have no row
create table disposal_lot (
  asset_id bigint not null primary key references frozen_asset (id), -- in one lot at most
  case_number varchar(32) not null references case_file (case_number), -- of the disposal by which the lot is sold
  appraised_value numeric(18, 2) -- yuan; null before the appraisal
);
create index disposal_lot_case on disposal_lot (case_number);
