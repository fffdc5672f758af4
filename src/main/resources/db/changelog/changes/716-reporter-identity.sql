--liquibase formatted sql

--changeset office-cleanup:716-reporter-identity
--comment: who reported a case, encrypted (AES-256-GCM: 12 bytes of nonce, cipher text, 16 bytes of tag; id and column are authenticated)
create table reporter_identity (
  id varchar(36) primary key,
  case_number varchar(32) not null unique references case_file (case_number),
  receiving_group varchar(64) not null, -- id of the group whose members alone may read it
  key_id varchar(16) not null,
  name ${blob}, -- null where it was not told, as the others
  phone ${blob},
  address ${blob},
  kept_at timestamp with time zone not null
);
create index reporter_identity_key on reporter_identity (key_id);

--changeset office-cleanup:716-query-code
--comment: SHA-256 of the code by which whoever reported a case asks how far it is; the code itself is kept nowhere
create table query_code (
  case_number varchar(32) primary key references case_file (case_number),
  code_hash varchar(64) not null unique
);
