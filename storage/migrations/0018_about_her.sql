-- What is said of somebody is looked up by her, whenever she looks at her desk.
CREATE INDEX excluded_of_person ON excluded (person_id, matter_id, why);
