--liquibase formatted sql

--changeset office-cleanup:495-county-report
--comment: what a county reports to its city, which gathers it into its own report (C20)
create table county_report (
  case_number varchar(32) primary key references case_file (case_number),
  city_report varchar(32) not null references locality_report (case_number),
  government_code varchar(6) not null references government (code),
  done varchar(4000),
  problems varchar(4000),
  next_steps varchar(4000),
  document_number varchar(100), -- given by the county's own registry
  gathered_on date, -- when the city took it over; empty before
  constraint county_report_once unique (city_report, government_code),
  constraint county_report_document_number unique (document_number)
);
create index county_report_of_government on county_report (government_code);
