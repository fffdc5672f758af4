--liquibase formatted sql

--changeset office-cleanup:100-provincial-department
--comment: departments of the province that keep an office and so report for themselves (C20); the code is part of their groups' ids
create table provincial_department (
  code varchar(2) primary key, -- 01, 02, …
  name varchar(200) not null unique
);
-- the offices that the provincial government itself sends are its general office's to report on
insert into provincial_department (code, name) values ('01', '人民政府办公厅');

--changeset office-cleanup:100-case-of-department
--comment: the provincial department whose case it is; empty where it is the government's own
alter table case_file add column department varchar(2) references provincial_department (code);

--changeset office-cleanup:100-campaign
--comment: the cleanup campaigns (C20)
create table campaign (
  case_number varchar(32) primary key references case_file (case_number),
  name varchar(200) not null,
  application_deadline date not null, -- each the last day in time
  cleanup_deadline date not null,
  report_deadline date not null,
  open_scope varchar(16) unique -- what it covers while it runs: two for the same cannot run at once; empty after its end
);

--changeset office-cleanup:100-campaign-day
--comment: the dates of the campaign that was started last; they stand in place of those configured
create table campaign_day (
  name varchar(64) primary key,
  last_day date not null
);

--changeset office-cleanup:100-campaign-unit
--comment: who reports in a campaign: cities, province-administered counties, provincial departments
create table campaign_unit (
  campaign varchar(32) not null references campaign (case_number),
  unit_code varchar(8) not null,
  joined_at timestamp with time zone not null,
  primary key (campaign, unit_code)
);
