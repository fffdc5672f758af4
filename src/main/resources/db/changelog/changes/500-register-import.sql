--liquibase formatted sql

--changeset office-cleanup:500-register-import
--comment: an import as it was previewed, so that what is confirmed is what is kept
create table register_import (
  case_number varchar(32) primary key references case_file (case_number),
  all_or_nothing boolean not null,
  governments varchar(4000), -- codes of those whose offices the official may register, parted by blanks; null: all
  applies boolean not null, -- false: one problem keeps everything out
  notes ${clob}, -- how the files were read
  previewed_at timestamp with time zone not null,
  preview_number integer not null, -- greater than 1: made anew, since the register had changed
  confirmed_at timestamp with time zone,
  kept_at timestamp with time zone, -- all rows are done
  withdrawal_case varchar(32) references case_file (case_number), -- in which it is, or was, taken back
  taken_back_at timestamp with time zone
);
create index register_import_withdrawal on register_import (withdrawal_case);
create table register_import_file (
  case_number varchar(32) not null references register_import (case_number),
  position integer not null,
  file_name varchar(255) not null,
  content ${blob} not null,
  primary key (case_number, position)
);
create table register_import_row (
  case_number varchar(32) not null references register_import (case_number),
  position integer not null,
  table_name varchar(32) not null, -- OFFICES, ASSETS, BUSINESS_ENTITIES
  source varchar(600) not null,
  number integer not null, -- as Excel shows it
  register_number varchar(64) not null,
  row_key varchar(400) not null,
  before_import ${clob}, -- null: new
  after_import ${clob} not null,
  state varchar(16) not null, -- UNCHANGED, PENDING, KEPT, LEFT, TAKEN_BACK, STAYS
  reason varchar(1000), -- why it was left out, or stays
  primary key (case_number, position)
);
create index register_import_row_state on register_import_row (case_number, state, position);
create table register_import_start (
  case_number varchar(32) not null references register_import (case_number),
  position integer not null,
  register_number varchar(64) not null,
  office_name varchar(400) not null,
  what varchar(100) not null,
  primary key (case_number, position)
);
