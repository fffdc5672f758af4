--liquibase formatted sql

--changeset office-cleanup:application
-- what a government applies for: to keep an office (C3) or to set one up (C5); as last handed in
create table application (
  case_number varchar(32) primary key references case_file (case_number),
  kind varchar(16) not null, -- RETENTION, ESTABLISHMENT
  office_name varchar(200) not null,
  host_city_code varchar(6) not null,
  host_city_name varchar(100) not null,
  work_kind varchar(24) not null,
  special_work_end date,
  deadline timestamp with time zone, -- until when it can be applied for (C20); empty: no limit
  reasons varchar(4000),
  economic_cooperation varchar(2000),
  social_management varchar(2000),
  public_service varchar(2000),
  reception_share integer, -- percent of the work that receiving guests and seeking projects still is
  staff_establishment integer,
  management_rules varchar(4000),
  conditions varchar(4000), -- as proposed by the bureau and fixed by the provincial government
  handed_in_at timestamp with time zone
);

--changeset office-cleanup:application-entity
create table application_entity (
  case_number varchar(32) not null references application (case_number),
  position integer not null,
  name varchar(200) not null,
  kind varchar(16) not null,
  parted_on date,
  part_by date,
  primary key (case_number, position)
);
