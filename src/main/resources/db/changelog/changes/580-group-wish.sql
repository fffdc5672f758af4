--liquibase formatted sql

--changeset office-cleanup:580-group-wish
--comment: which groups the system administrator asks a user to be put into, until the security administrator has decided
create table group_wish (
  user_id varchar(255) not null,
  group_id varchar(255) not null,
  wished_by varchar(255) not null,
  wished_at timestamp with time zone not null,
  constraint group_wish_key primary key (user_id, group_id)
);
