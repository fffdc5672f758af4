--liquibase formatted sql

--changeset office-cleanup:590-decoupling
--comment: how an office parts from one business entity (C17); its forms fill it in
create table decoupling (
  case_number varchar(32) primary key references case_file (case_number),
  office_id bigint not null references office (id),
  entity_name varchar(200) not null,
  entity_kind varchar(16) not null, -- HOTEL, GUEST_HOUSE, OTHER
  part_by date, -- last day by the approval
  co_owner bigint references office (id), -- the other office that owns it as well
  parting_way varchar(24), -- DISSOLVE, TRANSFER_TO_REGULATOR, SALE, LEASE_ENDED
  legal_form varchar(24),
  credit_code varchar(18),
  unregistered_reason varchar(1000),
  share varchar(6), -- percent
  registered_capital numeric(18, 2), -- yuan, as all amounts
  net_assets numeric(18, 2),
  liabilities numeric(18, 2),
  employees integer,
  insolvent varchar(3),
  connected_people varchar(2000),
  transferee varchar(200),
  settlements varchar(4000),
  people_state varchar(16), -- of each strand: DONE, NOT_APPLICABLE
  people_reason varchar(1000),
  people_done_on date,
  officials_remaining integer,
  employees_placed integer,
  accounts_state varchar(16),
  accounts_reason varchar(1000),
  accounts_done_on date,
  debt_between numeric(18, 2),
  guarantees numeric(18, 2),
  assets_state varchar(16),
  assets_reason varchar(1000),
  assets_done_on date,
  appraised_value numeric(18, 2),
  listed_on date,
  sold_on date,
  sale_price numeric(18, 2),
  buyer varchar(200),
  buyer_representative varchar(200),
  price_approval varchar(100),
  functions_state varchar(16),
  functions_reason varchar(1000),
  functions_done_on date,
  registration varchar(16), -- DEREGISTERED, OWNER_CHANGED, NAME_ONLY, NOT_REGISTERED
  verification varchar(16), -- ON_SITE, DOCUMENTS
  proposal_number varchar(100),
  proposed_on date
);
create index decoupling_office on decoupling (office_id);
create index decoupling_co_owner on decoupling (co_owner);

--changeset office-cleanup:590-decoupling-asset
--comment: numbers of the office's assets that the entity uses, by the plan
create table decoupling_asset (
  case_number varchar(32) not null references decoupling (case_number),
  asset_number varchar(40) not null,
  primary key (case_number, asset_number)
);

--changeset office-cleanup:590-parting
--comment: no release followed promises up in a procedure of their own; decoupling has taken its place
drop table parting;
