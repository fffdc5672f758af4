--liquibase formatted sql

--changeset office-cleanup:090-closing
--comment: how what an abolished office leaves behind was closed (C6), as last handed in
create table abolition_closing (
  case_number varchar(32) primary key references case_file (case_number),
  accounts_closed_on date not null,
  seal_handed_in_on date not null,
  lease_ended_on date, -- empty: there was none
  registration_cancelled_on date not null
);
