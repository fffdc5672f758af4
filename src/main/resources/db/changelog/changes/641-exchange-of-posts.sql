--liquibase formatted sql

--changeset office-cleanup:641-exchange-of-posts
--comment: two who exchange their posts (C13): the other posting, and how that post is handed over
alter table rotation add column exchange_with varchar(32) references posting (case_number);
alter table rotation add column other_giver varchar(8);
alter table rotation add column other_recipient varchar(50);
alter table rotation add column other_supervisor varchar(50);
alter table rotation add column other_witnesses varchar(110);
alter table rotation add column other_booked_amount numeric(14, 2);
alter table rotation add column other_counted_amount numeric(14, 2);
alter table rotation add column other_audit_report_number varchar(100);
alter table rotation add column other_handed_over varchar(2000);
create index rotation_exchange on rotation (exchange_with);
alter table posting add column exchanged boolean default false not null; -- ended by an exchange, in the rotation of the other
