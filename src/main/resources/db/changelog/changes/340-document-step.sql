--liquibase formatted sql

--changeset office-cleanup:340-document-step
--comment: where in its case a document was attached, and by whom; null for those of before, which count for every step, and without words for what the application files
alter table document add column step varchar(255); -- the task's id in its model
alter table document add column step_group varchar(64); -- the group whose step it was
-- who attaches the same file at another step owes it there as well
alter table document drop constraint document_content;
alter table document add constraint document_content unique (case_number, kind, sha256, step);
