--liquibase formatted sql

--changeset office-cleanup:180-summary-explanation
--comment: how a report came in includes the explanation it was sent with, which may be 4,000 characters long
alter table summary_row alter column sending set data type varchar(5000);
