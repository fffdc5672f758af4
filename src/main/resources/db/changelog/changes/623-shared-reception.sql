--liquibase formatted sql

--changeset office-cleanup:623-shared-reception
--comment: C18: several hosts receive the same guests on one letter, each with its own list; costs are moved to nobody, and an invoice names its buyer
alter table reception add column shared_with varchar(500); -- the other hosts by name; null where there are none
alter table reception add column costs_declared boolean; -- the signer of the list declares that no other body's costs are in it; null before
alter table reception_payment add column buyer varchar(100); -- as the invoice names it; null where it was paid before this was asked
