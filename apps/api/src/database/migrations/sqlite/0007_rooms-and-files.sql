CREATE TABLE `file_pieces` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`position` integer NOT NULL,
	`content` blob NOT NULL
);

CREATE UNIQUE INDEX `file_pieces_position` ON `file_pieces` (`file_id`,`position`);
CREATE TABLE `file_removals` (
	`id` text PRIMARY KEY NOT NULL,
	`store` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
);

CREATE INDEX `file_removals_due` ON `file_removals` (`due_at`);
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`fallback_since` integer,
	`files_revision` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);

CREATE UNIQUE INDEX `rooms_appointment` ON `rooms` (`appointment_id`,`sequence`);
CREATE TABLE `room_people` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`person_key` text NOT NULL,
	`role` text NOT NULL,
	`waiting_since` integer NOT NULL,
	`admitted_at` integer,
	`has_camera` integer NOT NULL,
	`has_microphone` integer NOT NULL,
	`microphone` integer DEFAULT false NOT NULL,
	`camera` integer DEFAULT false NOT NULL,
	`screen` integer DEFAULT false NOT NULL,
	`connection` text,
	`alive_until` integer,
	`away_since` integer,
	`left_at` integer
);

CREATE UNIQUE INDEX `room_people_person` ON `room_people` (`room_id`,`person_key`);
CREATE TABLE `room_stays` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`appointment_id` text NOT NULL,
	`role` text NOT NULL,
	`person_key` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer
);

CREATE INDEX `room_stays_appointment` ON `room_stays` (`appointment_id`);
CREATE INDEX `room_stays_room` ON `room_stays` (`room_id`,`person_key`);
CREATE TABLE `room_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);

CREATE INDEX `room_messages_room` ON `room_messages` (`room_id`,`created_at`);
CREATE TABLE `room_signals` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);

CREATE INDEX `room_signals_created` ON `room_signals` (`created_at`);
CREATE TABLE `used_room_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL
);

CREATE INDEX `used_room_tokens_expiry` ON `used_room_tokens` (`expires_at`);
CREATE TABLE `room_guests` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text,
	`staff_id` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);

CREATE INDEX `room_guests_appointment` ON `room_guests` (`appointment_id`);
CREATE TABLE `video_connections` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`settings` text NOT NULL,
	`secret` text,
	`access_token` text,
	`refresh_token` text,
	`expires_at` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`account` text,
	`state` text NOT NULL,
	`failure` text,
	`last_good_at` integer,
	`connected_at` integer,
	`state_digest` text,
	`state_expires_at` integer,
	`staff_id` text,
	`changed_at` integer NOT NULL
);

CREATE TABLE `vendor_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`appointment_id` text NOT NULL,
	`provider` text NOT NULL,
	`sequence` integer,
	`reference` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`locked_until` integer,
	`failure` text,
	`created_at` integer NOT NULL
);

CREATE UNIQUE INDEX `vendor_meetings_appointment` ON `vendor_meetings` (`appointment_id`,`provider`);
CREATE INDEX `vendor_meetings_due` ON `vendor_meetings` (`state`,`due_at`);
ALTER TABLE `appointments` ADD `call_phone` text;
ALTER TABLE `appointments` ADD `by_phone_since` integer;
ALTER TABLE `files` ADD `sent_by` text NOT NULL;
ALTER TABLE `files` ADD `staff_id` text;
ALTER TABLE `files` ADD `guest_id` text;
ALTER TABLE `files` ADD `question_id` text;
ALTER TABLE `files` ADD `store` text NOT NULL;
