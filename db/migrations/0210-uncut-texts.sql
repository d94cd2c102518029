-- Texts of which SQLite's substr() cuts no passage by its offsets: those with a sign of two units in UTF-16, which is one
-- sign for SQLite (its first byte is F0 to F4), or with NUL. Without this, the first hit in each article read the whole
-- article to find out.
CREATE INDEX version_uncut ON version (id) WHERE
  instr(CAST(text AS BLOB), x'F0') + instr(CAST(text AS BLOB), x'F1') + instr(CAST(text AS BLOB), x'F2')
  + instr(CAST(text AS BLOB), x'F3') + instr(CAST(text AS BLOB), x'F4') + instr(CAST(text AS BLOB), x'00') > 0;
