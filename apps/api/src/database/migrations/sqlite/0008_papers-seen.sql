ALTER TABLE `files` ADD `seen_at` integer;
