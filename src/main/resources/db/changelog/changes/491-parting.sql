--liquibase formatted sql

--changeset office-cleanup:491-parting
--comment: a business entity from which an office promised to part later (C17), until it has
create table parting (
  case_number varchar(32) primary key references case_file (case_number),
  entity_name varchar(200) not null,
  entity_kind varchar(16) not null, -- HOTEL, GUEST_HOUSE, OTHER
  part_by date not null,
  parted_on date,
  manner varchar(2000)
);
