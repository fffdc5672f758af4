--liquibase formatted sql

--changeset office-cleanup:360-widths
--comment: a case number has 32 characters, the id of a user 255, in every table
alter table document alter column case_number set data type varchar(32);
alter table document alter column created_by set data type varchar(255);
alter table case_link alter column case_number set data type varchar(32);
alter table case_link alter column other_case_number set data type varchar(32);
alter table case_link alter column linked_by set data type varchar(255);

--changeset office-cleanup:360-escalation-case
--comment: every work with a deadline is of a case; an entry of none, which no procedure of this application ever made, belongs to nothing
delete from escalation where not exists (select 1 from case_file f where f.case_number = escalation.case_number);
alter table escalation alter column case_number set data type varchar(32);
alter table escalation add constraint escalation_case_file foreign key (case_number) references case_file (case_number);

--changeset office-cleanup:360-case-file
alter table case_file add constraint case_file_of_government foreign key (government_code) references government (code);
alter table case_file add constraint case_file_of_office foreign key (office_id) references office (id);

--changeset office-cleanup:360-document
create index document_government on document (government_code);
alter table document add constraint document_of_government foreign key (government_code) references government (code);
alter table document add constraint document_of_case foreign key (case_number) references case_file (case_number);

--changeset office-cleanup:360-unit
--comment: the units of a campaign report, are inspected, let go and summed up
alter table locality_report add constraint locality_report_unit foreign key (campaign, unit_code) references campaign_unit (campaign, unit_code);
alter table inspection add constraint inspection_unit foreign key (campaign, unit_code) references campaign_unit (campaign, unit_code);
alter table report_waiver add constraint report_waiver_unit foreign key (campaign, unit_code) references campaign_unit (campaign, unit_code);
alter table summary_row add column campaign varchar(32);
update summary_row set campaign = (select p.campaign from provincial_report p where p.case_number = summary_row.case_number);
alter table summary_row alter column campaign set not null;
create index summary_row_unit on summary_row (campaign, unit_code);
alter table summary_row add constraint summary_row_of_unit foreign key (campaign, unit_code) references campaign_unit (campaign, unit_code);

--changeset office-cleanup:360-indexes
--comment: what refers to another table is found from there
create index government_parent on government (parent_code);
create index office_merged_into on office (merged_into);
create index case_file_department on case_file (department);
create index ledger_entry_disposal on ledger_entry (disposal_case);
create index locality_report_office_office on locality_report_office (office_id);
create index integration_into_office on integration (into_office);
create index template_version_document on template_version (document_id);
