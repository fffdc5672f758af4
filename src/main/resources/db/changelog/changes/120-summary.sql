--liquibase formatted sql

--changeset office-cleanup:120-provincial-report
--comment: the province's summary of a campaign (C20)
create table provincial_report (
  case_number varchar(32) primary key references case_file (case_number),
  campaign varchar(32) not null unique references campaign (case_number),
  overview varchar(4000),
  problems varchar(4000),
  proposals varchar(4000),
  document_number varchar(100), -- given when it is signed first
  submitted_at timestamp with time zone, -- to the provincial government, the last time
  receipt_number varchar(100), -- of the national bureau
  received_on date,
  concluded_at timestamp with time zone -- when the receipt was filed
);

--changeset office-cleanup:120-inspection
--comment: who is inspected (C14), why, and what was found
create table inspection (
  campaign varchar(32) not null references campaign (case_number),
  unit_code varchar(8) not null,
  picked_by varchar(8) not null, -- RISK, CHANCE
  score integer not null,
  reason varchar(1000) not null,
  result varchar(16), -- SOUND, NOTED, CORRECT
  finding varchar(2000),
  recorded_at timestamp with time zone,
  primary key (campaign, unit_code)
);

--changeset office-cleanup:120-report-waiver
--comment: a missing report without which the summary may go on, by name and with a reason
create table report_waiver (
  campaign varchar(32) not null references campaign (case_number),
  unit_code varchar(8) not null,
  reason varchar(1000) not null,
  waived_by varchar(255) not null,
  waived_at timestamp with time zone not null,
  primary key (campaign, unit_code)
);

--changeset office-cleanup:120-summary-row
--comment: the figures that the summary adds up, a row a unit, as drafted last; what is signed is drawn from them
create table summary_row (
  case_number varchar(32) not null references provincial_report (case_number),
  unit_code varchar(8) not null,
  sending varchar(1200) not null, -- how the report came in, or why it did not
  accepted boolean not null,
  primary key (case_number, unit_code)
);

--changeset office-cleanup:120-summary-figure
create table summary_figure (
  case_number varchar(32) not null,
  unit_code varchar(8) not null,
  figure varchar(32) not null,
  amount numeric(18, 2) not null,
  primary key (case_number, unit_code, figure),
  foreign key (case_number, unit_code) references summary_row (case_number, unit_code)
);
