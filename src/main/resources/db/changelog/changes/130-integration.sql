--liquibase formatted sql

--changeset office-cleanup:130-integration
--comment: how an office outside the province is integrated (C8, C9, C10), as last handed in
create table integration (
  case_number varchar(32) primary key references case_file (case_number),
  office_id bigint not null references office (id),
  into_office bigint references office (id), -- null: this one leads and stays
  lead_department varchar(200),
  arrangements varchar(4000), -- null before a plan was made
  handed_over_on date
);
create index integration_office on integration (office_id);
