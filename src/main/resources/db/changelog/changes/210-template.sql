--liquibase formatted sql

--changeset office-cleanup:210-template-version
--comment: Word templates that officials put into use in the place of those the application brings; the latest version is in use, none is changed
create table template_version (
  template varchar(40) not null,
  version integer not null, -- from 1
  document_id uuid not null references document (id), -- the .docx, filed with the case in which it was revised
  enabled_at timestamp with time zone not null,
  primary key (template, version)
);
