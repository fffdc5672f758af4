--liquibase formatted sql

--changeset office-cleanup:370-parts-of-texts dbms:postgresql
--comment: searches by part of a text, as CaseSearch asks for it; H2 has no such index and reads the tables
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select count(*) from pg_available_extensions where name = 'pg_trgm'
create extension if not exists pg_trgm;
create index case_file_number_part on case_file using gin (upper(case_number) gin_trgm_ops);
create index case_file_title_part on case_file using gin (upper(title) gin_trgm_ops);
create index office_name_part on office using gin (upper(name) gin_trgm_ops);
create index office_number_part on office using gin (upper(register_number) gin_trgm_ops);
create index office_retention_part on office using gin (upper(retention_document) gin_trgm_ops);
create index office_abolition_part on office using gin (upper(abolition_document) gin_trgm_ops);
create index document_name_part on document using gin (upper(file_name) gin_trgm_ops);
create index staff_member_name_part on staff_member using gin (upper(name) gin_trgm_ops);
