CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer
);

CREATE INDEX `notes_owner` ON `notes` (`owner_kind`,`owner_id`);
CREATE TABLE `delays` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`staff_id` text NOT NULL,
	`announced_at` integer NOT NULL
);

CREATE UNIQUE INDEX `delays_day` ON `delays` (`calendar_id`,`day`);
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place_id` text,
	`calendar_ids` text NOT NULL,
	`message` text,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL
);

CREATE INDEX `proposals_appointment` ON `proposals` (`appointment_id`,`state`);
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`service_id` text NOT NULL,
	`office_id` text NOT NULL,
	`channel` text NOT NULL,
	`person_id` text,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	`appointment_id` text
);

CREATE INDEX `invitations_office` ON `invitations` (`office_id`,`created_at`);
CREATE TABLE `calendar_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`calendar_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	`undo_until` integer NOT NULL,
	`undone_at` integer,
	`before` text NOT NULL
);

CREATE INDEX `calendar_changes_staff` ON `calendar_changes` (`staff_id`,`created_at`);
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`calendar_id` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	`last_read_at` integer
);

CREATE UNIQUE INDEX `calendar_feeds_digest` ON `calendar_feeds` (`digest`);
CREATE INDEX `calendar_feeds_staff` ON `calendar_feeds` (`staff_id`);
CREATE TABLE `busy_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`address` text NOT NULL,
	`host` text NOT NULL,
	`etag` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`locked_until` integer,
	`last_good_at` integer,
	`busy_count` integer,
	`failure` text
);

CREATE INDEX `busy_sources_calendar` ON `busy_sources` (`calendar_id`);
CREATE INDEX `busy_sources_due` ON `busy_sources` (`due_at`);
CREATE TABLE `person_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`term` text NOT NULL
);

CREATE INDEX `person_terms_term` ON `person_terms` (`kind`,`term`,`person_id`);
CREATE INDEX `person_terms_person` ON `person_terms` (`person_id`);
ALTER TABLE `calendars` ADD `staff_id` text;
ALTER TABLE `people` ADD `revision` integer DEFAULT 0 NOT NULL;
ALTER TABLE `appointments` ADD `booked_by` text;
ALTER TABLE `appointments` ADD `outside_hours` integer DEFAULT false NOT NULL;
ALTER TABLE `appointments` ADD `invitation_id` text;
ALTER TABLE `appointments` ADD `arrived_at` integer;
ALTER TABLE `appointments` ADD `started_at` integer;
ALTER TABLE `appointments` ADD `ended_at` integer;
ALTER TABLE `appointments` ADD `to_call_since` integer;
ALTER TABLE `appointments` ADD `next_step` text;
ALTER TABLE `outbox` ADD `invitation_id` text;
