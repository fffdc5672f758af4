--liquibase formatted sql

--changeset office-cleanup:596-returned-strands
--comment: which of the strands of a parting the bureau returned (C17), so that the others stay as they are
alter table decoupling add column returned_strands varchar(16); -- PEOPLE, ACCOUNTS, ASSETS, FUNCTIONS, ALL
