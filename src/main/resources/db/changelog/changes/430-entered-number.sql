--liquibase formatted sql

--changeset office-cleanup:430-entered-number
--comment: numbers of official documents that the issuing body's own registry gave, entered by who signs
create table entered_number (
  code_word varchar(32) not null,
  document_year int not null,
  position int not null, -- 豫政函〔2027〕1号 has 1
  case_number varchar(32) not null,
  body varchar(255) not null, -- full title of the issuing body
  entered_at timestamp with time zone not null,
  issued_at timestamp with time zone, -- null until the document that it was entered for is issued
  constraint entered_number_pk primary key (code_word, document_year, position),
  constraint entered_number_of_case foreign key (case_number) references case_file (case_number)
);
create index entered_number_case on entered_number (case_number);
