--liquibase formatted sql

--changeset office-cleanup:350-placement-answer
--comment: the leader's answer to an objection is an opinion of the case and stands there
alter table placement drop column answer;
