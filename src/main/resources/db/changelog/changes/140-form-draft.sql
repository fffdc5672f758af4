--liquibase formatted sql

--changeset office-cleanup:140-form-draft
--comment: what an official typed into a task's form and kept without submitting it; ends with the task
create table form_draft (
  task_id varchar(64) not null,
  user_id varchar(255) not null,
  content ${clob} not null, -- JSON, as the browser wrote it
  saved_at timestamp with time zone not null,
  primary key (task_id, user_id)
);
