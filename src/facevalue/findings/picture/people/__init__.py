"""What is known about the person of a found face: enrolment, age, whose photo it is."""
