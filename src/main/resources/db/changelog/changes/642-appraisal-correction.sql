--liquibase formatted sql

--changeset office-cleanup:642-public-grade
--comment: the grade of an office is shown to everybody where its government chooses so (C12), and never a person's
alter table appraisal add column grade_public boolean default false not null;
create view public_grade as
select a.office_id as office, a.appraised_year, a.decided_grade
from appraisal a join office o on o.id = a.office_id
where a.grade_public and a.decided_grade is not null and o.status in ('RETAINED', 'ESTABLISHED');

--changeset office-cleanup:642-appraisal-correction
--comment: a decided grade is corrected when a veto turns out to be none (C12); what was decided before stands here
create table appraisal_correction (
  case_number varchar(32) primary key references case_file (case_number),
  appraisal_case varchar(32) not null references appraisal (case_number),
  lifting_reason varchar(1000),
  correction_basis varchar(100), -- number of the document that found it
  proposed_grade varchar(16),
  former_grade varchar(16) not null,
  formerly_on date not null,
  corrected_grade varchar(16),
  corrected_on date
);
create index appraisal_correction_of on appraisal_correction (appraisal_case);
create table appraisal_correction_veto (
  case_number varchar(32) not null references appraisal_correction (case_number),
  ordinal integer not null,
  veto varchar(16) not null,
  told varchar(2000) not null,
  stands boolean, -- null before somebody said so
  primary key (case_number, ordinal)
);
