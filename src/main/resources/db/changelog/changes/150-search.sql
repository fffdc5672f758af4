--liquibase formatted sql

--changeset office-cleanup:150-search
--comment: what came out of a case, and what an official had a hand in, are looked up often
create index case_file_parent on case_file (parent_case_number);
create index opinion_user on opinion (user_id, case_number);
create index document_case on document (case_number);
