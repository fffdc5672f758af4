--liquibase formatted sql

--changeset office-cleanup:501-office-withdrawn
--comment: an office of which the registration was taken back leaves its number to others
alter table office alter column register_number set data type varchar(64);

--changeset office-cleanup:501-ledger-released
--comment: the freezing of an office's assets can be lifted, and they can be frozen once more; 0: frozen, else the how-manieth lifted one. Made anew, since the unique office had no name of its own
create table head_of_ledger (
  case_number varchar(32) not null primary key references case_file (case_number),
  office_id bigint not null references office (id),
  released integer default 0 not null,
  entries integer not null,
  hash char(64) not null,
  constraint ledger_head_office unique (office_id, released)
);
insert into head_of_ledger (case_number, office_id, entries, hash) select case_number, office_id, entries, hash from ledger_head;
drop table ledger_head;
alter table head_of_ledger rename to ledger_head;

--changeset office-cleanup:501-frozen-asset-released
alter table frozen_asset add column released integer default 0 not null;
alter table frozen_asset drop constraint frozen_asset_office;
alter table frozen_asset add constraint frozen_asset_office unique (office_id, asset_number, released);
