--liquibase formatted sql

--changeset office-cleanup:450-staff-member
--comment: what the age of retirement depends on, and who is protected when employment ends; blank for people listed before
alter table staff_member add column post_level varchar(24); -- COUNTY_HEAD, SENIOR_TITLE, MANAGERIAL
alter table staff_member add column protection varchar(24); -- INJURED, MATERNITY, ILL
alter table staff_member add column protected_until date; -- blank where it is not known yet
alter table staff_member add column protection_proof varchar(200); -- name and number of what proves the protection

--changeset office-cleanup:450-placement
--comment: early and deferred retirement, the floor of the compensation, and what is done after employment has ended
alter table placement add column retirement_basis varchar(24); -- blank where retirement is neither brought forward nor deferred
alter table placement add column minimum_wage numeric(12, 2); -- local, a month, yuan; blank in plans made before it was asked for
alter table placement add column insurance_transferred_on date;
alter table placement add column files_transferred_on date;
alter table placement add column certificate_issued_on date;
alter table placement add column party_transferred_on date; -- of party members
alter table placement add column leave_settlement varchar(24); -- NONE, TAKEN, PAID
alter table placement add column leave_days integer; -- paid for
alter table placement add column leave_pay numeric(14, 2); -- yuan
alter table placement add column post_taken_back_on date; -- of those who held a post of the establishment
alter table placement add column post_document varchar(100); -- number of the document that takes it back
