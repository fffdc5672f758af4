--liquibase formatted sql

--changeset office-cleanup:030-document
--comment: documents handed in with or produced for a case; the same content is kept once for a case and kind
create table document (
  id uuid not null primary key,
  case_number varchar(64) not null,
  government_code varchar(6) not null,
  kind varchar(64) not null,
  file_name varchar(255) not null,
  media_type varchar(127) not null,
  size_bytes bigint not null,
  sha256 char(64) not null,
  content ${blob} not null,
  created_by varchar(64) not null,
  created_at timestamp with time zone not null,
  constraint document_content unique (case_number, kind, sha256)
);

--changeset office-cleanup:030-document-number
--comment: last number given out for each prefix (发文机关代字) and year
create table document_number (
  prefix varchar(32) not null,
  document_year integer not null,
  last_number integer not null,
  primary key (prefix, document_year)
);
