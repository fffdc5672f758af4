--liquibase formatted sql

--changeset office-cleanup:110-locality-report
--comment: a unit's report in a campaign (C20) as it is being written; what was sent is in report_version
create table locality_report (
  case_number varchar(32) primary key references case_file (case_number),
  campaign varchar(32) not null references campaign (case_number),
  unit_code varchar(8) not null,
  done varchar(4000), -- what was done
  problems varchar(4000),
  next_steps varchar(4000),
  explanation varchar(4000), -- why it is sent though a check fails
  accepted_version integer, -- the version that counts; empty while none is accepted
  constraint locality_report_once unique (campaign, unit_code)
);

--changeset office-cleanup:110-locality-report-comment
--comment: comments on figures; the figures themselves are counted, never kept as typed (C21)
create table locality_report_comment (
  case_number varchar(32) not null references locality_report (case_number),
  figure varchar(32) not null,
  words varchar(500) not null,
  primary key (case_number, figure)
);

--changeset office-cleanup:110-locality-report-office
--comment: why an office has no outcome yet, and until when it will
create table locality_report_office (
  case_number varchar(32) not null references locality_report (case_number),
  office_id bigint not null references office (id),
  reason varchar(1000) not null,
  expected_on date not null,
  primary key (case_number, office_id)
);

--changeset office-cleanup:110-report-version
--comment: what was sent to the province, one row each time; none is changed or removed but for what the province decided on it
create table report_version (
  case_number varchar(32) not null references locality_report (case_number),
  version integer not null, -- 1, 2, …
  sent_at timestamp with time zone not null,
  days_late integer not null, -- 0: in time
  nil boolean not null, -- the unit had no office (零报告)
  done varchar(4000),
  problems varchar(4000),
  next_steps varchar(4000),
  explanation varchar(4000),
  findings ${clob}, -- what the checks found, a line each; empty where nothing
  state varchar(16) not null, -- SENT, ACCEPTED, RETURNED, REPLACED
  decided_at timestamp with time zone,
  words varchar(2000), -- of the province when it decided
  primary key (case_number, version)
);

--changeset office-cleanup:110-report-figure
--comment: the figures of a version, as counted when it was sent
create table report_figure (
  case_number varchar(32) not null,
  version integer not null,
  figure varchar(32) not null,
  amount numeric(18, 2) not null,
  month_before numeric(18, 2) not null,
  words varchar(500),
  primary key (case_number, version, figure),
  foreign key (case_number, version) references report_version (case_number, version)
);
