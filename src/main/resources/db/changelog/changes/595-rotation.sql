--liquibase formatted sql

--changeset office-cleanup:595-posting
--comment: who has a post in an office, from when and until when (C13); personal data, read only by those who handle the government's people
create table posting (
  case_number varchar(32) primary key references case_file (case_number),
  name varchar(50) not null,
  person_number varchar(40) not null, -- in the government's own register of staff
  status varchar(24) not null, -- StaffStatus
  post varchar(100) not null,
  duty varchar(16) not null, -- HEAD, GENERAL, SENSITIVE, CONFIDENTIAL
  account varchar(255), -- user id
  posted_on date not null,
  basis_number varchar(100) not null,
  entered boolean default false not null, -- false until the rules were looked at
  ends_on date, -- last day of the term; null of those who do not rotate
  extended boolean default false not null,
  ended_on date,
  end_reason varchar(500)
);
create index posting_person on posting (person_number);

--changeset office-cleanup:595-rotation
--comment: how a term of office ends (C13): who succeeds, on which decision, and what is handed over
create table rotation (
  case_number varchar(32) primary key references case_file (case_number),
  posting_case varchar(32) not null references posting (case_number),
  proposal varchar(8), -- ROTATE, EXTEND
  successor_name varchar(50),
  successor_number varchar(40),
  successor_kind varchar(24),
  successor_account varchar(255),
  kinship varchar(8), -- NONE, IN_LINE
  next_post varchar(200),
  extension_reason varchar(1000),
  decision_number varchar(100),
  giver varchar(8), -- PRESENT or why not
  recipient varchar(50),
  supervisor varchar(50),
  witnesses varchar(110),
  booked_amount numeric(14, 2), -- yuan
  counted_amount numeric(14, 2),
  audit_report_number varchar(100),
  handed_over varchar(2000)
);
create index rotation_posting on rotation (posting_case);
