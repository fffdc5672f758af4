--liquibase formatted sql

--changeset office-cleanup:541-document-seal
--comment: electronic seals on documents that a body issued
create table document_seal (
  document_id uuid primary key,
  body varchar(255) not null, -- Chinese title of the body whose seal it is
  sealed_at timestamp with time zone not null,
  seal ${blob} not null,
  constraint document_seal_document foreign key (document_id) references document (id)
);
