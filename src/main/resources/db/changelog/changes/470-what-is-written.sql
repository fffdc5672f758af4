--liquibase formatted sql

--changeset office-cleanup:470-partner-explanation
--comment: why a buyer whose name is nearly that of somebody of the office is somebody else
alter table disposal add partner_explanation varchar(2000);

--changeset office-cleanup:470-characters-of-four-bytes
--comment: a character of four bytes is one to who writes it; H2 counts it as two, so that as many as a form takes need twice the room
alter table office alter column name set data type varchar(400);
alter table office alter column functions set data type varchar(8000);
alter table office alter column retention_conditions set data type varchar(8000);
alter table office alter column status_reason set data type varchar(4000);
alter table office_status_change alter column reason set data type varchar(4000);
alter table office_asset alter column name set data type varchar(400);
alter table office_business_entity alter column name set data type varchar(400);
alter table application alter column reasons set data type varchar(8000);
alter table application alter column economic_cooperation set data type varchar(4000);
alter table application alter column social_management set data type varchar(4000);
alter table application alter column public_service set data type varchar(4000);
alter table application alter column management_rules set data type varchar(8000);
alter table application alter column conditions set data type varchar(8000);
alter table application_entity alter column name set data type varchar(400);
alter table disposal alter column receiver set data type varchar(400);
alter table disposal alter column partner set data type varchar(400);
alter table disposal alter column representative set data type varchar(200);
alter table staff_member alter column name set data type varchar(100);
alter table staff_member alter column post set data type varchar(200);
alter table staff_member alter column relatives set data type varchar(1000);
alter table placement alter column receiving_unit set data type varchar(400);
alter table placement alter column objection set data type varchar(4000);
alter table locality_report alter column done set data type varchar(8000);
alter table locality_report alter column problems set data type varchar(8000);
alter table locality_report alter column next_steps set data type varchar(8000);
alter table locality_report alter column explanation set data type varchar(8000);
alter table report_version alter column done set data type varchar(8000);
alter table report_version alter column problems set data type varchar(8000);
alter table report_version alter column next_steps set data type varchar(8000);
alter table report_version alter column explanation set data type varchar(8000);
alter table locality_report_office alter column reason set data type varchar(2000);
alter table provincial_report alter column overview set data type varchar(8000);
alter table provincial_report alter column problems set data type varchar(8000);
alter table provincial_report alter column proposals set data type varchar(8000);
alter table inspection alter column reason set data type varchar(2000);
alter table inspection alter column finding set data type varchar(4000);
alter table report_waiver alter column reason set data type varchar(2000);
alter table integration alter column arrangements set data type varchar(8000);
alter table case_link alter column words set data type varchar(2000);

--changeset office-cleanup:470-document-under-each-name
--comment: the same content under another name is a document of its own
alter table document drop constraint document_content;
alter table document add constraint document_content unique (case_number, kind, sha256, step, file_name);
