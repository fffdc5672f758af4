--liquibase formatted sql

--changeset office-cleanup:700-confided-case
--comment: a case is confided until it is opened (C14): whoever is not named in it does not learn that it exists
alter table case_file add column confided boolean default false not null;

--changeset office-cleanup:700-case-confidant
--comment: who is named in a confided case, or has or had a task in it
create table case_confidant (
  case_number varchar(32) not null references case_file (case_number),
  kind varchar(8) not null, -- USER, GROUP
  named_id varchar(255) not null, -- of the user or the group
  primary key (case_number, kind, named_id)
);
