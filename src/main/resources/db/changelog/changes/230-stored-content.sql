--liquibase formatted sql

--changeset office-cleanup:230-stored-content
--comment: what documents hold, each content once, however many documents of however many cases hold it
create table stored_content (
  sha256 char(64) not null primary key,
  content ${blob} not null
);
insert into stored_content (sha256, content)
  select sha256, content from (select sha256, content, row_number() over (partition by sha256 order by created_at, case_number) as copy_number from document) copies
  where copy_number = 1;
alter table document drop column content;
alter table document add constraint document_stored_content foreign key (sha256) references stored_content (sha256);
create index document_sha256 on document (sha256);
