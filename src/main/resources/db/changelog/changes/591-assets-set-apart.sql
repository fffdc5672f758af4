--liquibase formatted sql

--changeset office-cleanup:591-asset-set-apart
--comment: the case about a part of what an office owns that has this asset (C7, C17); it is not frozen with the others
alter table office_asset add column set_apart_for varchar(32) references case_file (case_number);
create index office_asset_set_apart on office_asset (set_apart_for);

--changeset office-cleanup:591-ledger-scope
--comment: one ledger has the whole of what an office owns (OFFICE), others a part each, named by their case
alter table ledger_head add column scope varchar(32) default 'OFFICE' not null;
alter table ledger_head drop constraint ledger_head_office;
alter table ledger_head add constraint ledger_head_office unique (office_id, released, scope);
