--liquibase formatted sql

--changeset office-cleanup:614-rectification
--comment: how the lowest grade was mended, of an appraisal or of a correction of one (C12)
create table appraisal_rectification (
  case_number varchar(32) primary key references case_file (case_number),
  rectification varchar(4000)
);
insert into appraisal_rectification (case_number, rectification)
select case_number, rectification from appraisal where rectification is not null;
alter table appraisal drop column rectification;

--changeset office-cleanup:614-correction-score
--comment: the score before a correction and by it (C12); the case is that of the correction
create table appraisal_correction_score (
  case_number varchar(32) primary key references case_file (case_number),
  former_score numeric(5, 2) not null,
  corrected_score numeric(5, 2) not null -- the former one as long as no points were changed
);

--changeset office-cleanup:614-correction-point
--comment: the points of every indicator before a correction, and those that were found to be wrong
create table appraisal_correction_point (
  case_number varchar(32) not null references case_file (case_number),
  ordinal integer not null,
  indicator varchar(40) not null,
  name varchar(100) not null,
  weight integer not null,
  development boolean not null,
  former_points numeric(5, 2) not null,
  points numeric(5, 2), -- empty: as before
  reason varchar(1000),
  source varchar(500), -- on what the reason rests
  primary key (case_number, ordinal)
);

--changeset office-cleanup:614-correction-veto
--comment: the vetoes that were established after the decision
create table appraisal_correction_added (
  case_number varchar(32) not null references case_file (case_number),
  ordinal integer not null,
  veto varchar(16) not null,
  told varchar(2000) not null,
  primary key (case_number, ordinal)
);
