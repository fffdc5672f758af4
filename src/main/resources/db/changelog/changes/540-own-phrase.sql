--liquibase formatted sql

--changeset office-cleanup:540-own-phrase
--comment: what an official says often (常用意见)
create table own_phrase (
  user_id varchar(255) not null,
  ordinal integer not null, -- place among those of this user, from 1
  words varchar(400) not null, -- 100 characters, of which one may count as more in a database
  constraint own_phrase_key primary key (user_id, ordinal)
);
