--liquibase formatted sql

--changeset office-cleanup:421-office-kept-by-itself
--comment: why an office that the plan leaves to its government (C10, C11) stays by itself, and what proves it; null where it is integrated
alter table integration add column keep_reason varchar(2000);
alter table integration add column keep_basis varchar(200);
