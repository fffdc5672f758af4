--liquibase formatted sql

--changeset office-cleanup:620-disclosure
--comment: what an office discloses of the receptions of one year, while it is worked on (C19); one case a version
create table disclosure (
  case_number varchar(32) primary key references case_file (case_number),
  office_id bigint not null references office (id),
  disclosed_year integer not null,
  publish_by date not null, -- last day of the case
  corrects integer, -- version that this one takes the place of; empty: the first
  correction_reason varchar(1000),
  served_from date not null, -- part of the year in which the office stood
  served_to date not null,
  budget numeric(18, 2), -- yuan, as all amounts; these are counted, see ReceptionYear
  adjustments numeric(18, 2),
  paid numeric(18, 2),
  paid_for_earlier_events numeric(18, 2),
  refunded_of_earlier_payments numeric(18, 2),
  unpaid numeric(18, 2),
  receptions integer,
  guests integer,
  standards varchar(4000),
  explanation varchar(2000),
  booked numeric(18, 2), -- final figure by the accounts
  accounts_approved_on date,
  accounts_number varchar(100),
  secret varchar(3), -- release review: YES, NO
  personal varchar(3),
  third_party varchar(3)
);
create index disclosure_office on disclosure (office_id, disclosed_year);

--changeset office-cleanup:620-disclosure-sum
--comment: what was paid in the year by place and by kind of item
create table disclosure_sum (
  case_number varchar(32) not null references disclosure (case_number),
  kind varchar(8) not null, -- VENUE, ITEM
  ordinal integer not null,
  name varchar(200) not null,
  amount numeric(18, 2) not null,
  primary key (case_number, kind, ordinal)
);

--changeset office-cleanup:620-disclosure-withheld
--comment: what the release review keeps back, and by which article
create table disclosure_withheld (
  case_number varchar(32) not null references disclosure (case_number),
  part varchar(16) not null,
  basis varchar(16) not null, -- STATE_SECRET, THIRD_PARTY, INTERNAL
  reason varchar(500) not null,
  primary key (case_number, part)
);

--changeset office-cleanup:620-disclosure-version
--comment: what was published; never changed but in its state
create table disclosure_version (
  office_id bigint not null references office (id),
  disclosed_year integer not null,
  version integer not null,
  case_number varchar(32) not null references disclosure (case_number),
  state varchar(16) not null, -- PUBLISHED, CORRECTED, WITHDRAWN
  published_on date not null,
  ended_on date, -- on which it was corrected or withdrawn
  ended_reason varchar(1000),
  content ${clob} not null, -- the JSON that can be downloaded, from which the page and the other files are made
  content_hash varchar(64) not null, -- SHA-256 of it
  primary key (office_id, disclosed_year, version)
);
create index disclosure_version_case on disclosure_version (case_number);
