--liquibase formatted sql

--changeset office-cleanup:460-work-summary
--comment: what a unit states of figures that nothing can count, and the number its own registry gave to its 工作总结 (C15, C20)
alter table locality_report add column hidden_offices integer;
alter table locality_report add column referrals integer;
alter table locality_report add column sanctioned integer;
alter table locality_report add column document_number varchar(100);
alter table report_version add column document_number varchar(100);
create unique index locality_report_document_number on locality_report (document_number);

--changeset office-cleanup:460-summary-request
--comment: number of the 请示 that hands the draft of the summary to the provincial government; the summary's own is given after its approval
alter table provincial_report add column request_number varchar(100);
