--liquibase formatted sql

--changeset office-cleanup:420-application-basis
--comment: the 请示 and the minutes that an application rests on, and the office as it is today; null where an earlier version took it in
alter table application add column government_liaison varchar(2000);
alter table application add column request_title varchar(200);
alter table application add column request_number varchar(60);
alter table application add column request_date date;
alter table application add column minutes_number varchar(100);
alter table application add column minutes_date date;
alter table application add column special_work_name varchar(100);
alter table application add column head varchar(100);
alter table application add column present_staff integer;
alter table application add column floor_area integer; -- square metres; of an office to be set up: planned
alter table application add column vehicles integer; -- of an office to be set up: planned
alter table application add column spending_last_year numeric(12, 2); -- yuan
alter table application add column spending_year_before numeric(12, 2);
alter table application add column spending_two_years_before numeric(12, 2);
alter table application add column audited varchar(8); -- YES, NO
alter table application add column last_audit_on date;
alter table application add column audit_conclusion varchar(2000);
alter table application add column yearly_budget numeric(12, 2); -- yuan a year, of an office to be set up
