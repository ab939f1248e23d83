ALTER TABLE "files" ADD COLUMN "seen_at" timestamp (3) with time zone;
