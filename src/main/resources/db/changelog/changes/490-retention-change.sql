--liquibase formatted sql

--changeset office-cleanup:490-retention-change
--comment: what is to be changed of an office that is kept; null in applications to keep one or to set one up
alter table application add column change_kind varchar(16); -- NAME, PLACE, PROLONGATION, REVOCATION
alter table application add column new_name varchar(200);
alter table application add column new_address varchar(200);
alter table application add column new_special_work_end date;

--changeset office-cleanup:490-office-address
--comment: where in its city the office is, known once a change of address was approved
alter table office add column address varchar(200);
