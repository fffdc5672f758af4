--liquibase formatted sql

--changeset office-cleanup:510-draft-of-any-form
--comment: forms that begin a procedure are kept as well; two windows with one form are told apart by what each has last read
alter table form_draft rename column task_id to form_of; -- a task's id, or the key of the procedure that the form begins
alter table form_draft add column version integer default 1 not null;
