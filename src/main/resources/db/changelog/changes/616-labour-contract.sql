--liquibase formatted sql

--changeset office-cleanup:616-labour-contract
--comment: the day of the written contract with who is hired where the office is, and why it is late (C13)
alter table posting add column contract_on date;
alter table posting add column contract_late_note varchar(500);
