--liquibase formatted sql

--changeset office-cleanup:490-search-key
--comment: the form in which what was written is searched; null in rows of older versions until the application has started
alter table case_file add column search_key ${clob};
alter table office add column search_key ${clob};
alter table document add column search_key ${clob};
alter table staff_member add column search_key ${clob};

--changeset office-cleanup:490-parts-of-search-keys dbms:postgresql
--comment: in the place of the indexes of what was written, which no search reads any more
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 select count(*) from pg_available_extensions where name = 'pg_trgm'
create index case_file_search on case_file using gin (search_key gin_trgm_ops);
create index office_search on office using gin (search_key gin_trgm_ops);
create index document_search on document using gin (search_key gin_trgm_ops);
create index staff_member_search on staff_member using gin (search_key gin_trgm_ops);
drop index if exists case_file_number_part;
drop index if exists case_file_title_part;
drop index if exists office_name_part;
drop index if exists office_number_part;
drop index if exists office_retention_part;
drop index if exists office_abolition_part;
drop index if exists document_name_part;
drop index if exists staff_member_name_part;
