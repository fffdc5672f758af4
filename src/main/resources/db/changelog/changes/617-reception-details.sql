--liquibase formatted sql

--changeset office-cleanup:617-same-city
--comment: C18: a unit whose name reads as one of the same city, and is none, as the office declares
alter table reception add column not_same_city boolean; -- null where the box was left blank
alter table reception add column not_same_city_reason varchar(500);

--changeset office-cleanup:617-shared-excess
--comment: C18: what a host bears of the meals of companions whom several hosts together have too many of, as it was when the list was signed
alter table reception add column shared_excess numeric(12, 2); -- yuan; null before, and where there are none

--changeset office-cleanup:617-invoice-date
--comment: C18: an invoice may name the office as it was called on its day
alter table reception_payment add column invoiced_on date; -- null where it was paid before this was asked
