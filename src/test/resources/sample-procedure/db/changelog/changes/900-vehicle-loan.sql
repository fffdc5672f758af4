--liquibase formatted sql

--changeset office-cleanup:900-vehicle-loan
--comment: sample of a procedure: what its form takes
create table vehicle_loan (
  case_number varchar(64) primary key references case_file (case_number),
  plate_number varchar(10),
  days integer,
  purpose varchar(1000)
);
