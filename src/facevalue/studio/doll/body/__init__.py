"""The doll from the neck down: pose, skin, clothes, shoes and a wheelchair."""
